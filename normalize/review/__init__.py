"""What a person should look at: findings, words in doubt, rows and numbers that do not add up."""
