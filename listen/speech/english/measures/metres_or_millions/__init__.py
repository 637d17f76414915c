"""What an "m" behind a figure is: metres of what is raced or long, or millions of what is counted."""
