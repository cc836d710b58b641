"""Sections of prose → orders and targets."""
