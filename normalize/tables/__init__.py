"""Tables of tasks → groups and tasks."""
