"""Known tables written as recognition services write them: cut at page ends and broken at random, by seed."""
