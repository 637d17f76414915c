"""What stands beside words in the six languages: scores, signs, addresses, days in short."""
