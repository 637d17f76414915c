"""Writing that lost its form when it was typed: formulas, powers without their height."""
