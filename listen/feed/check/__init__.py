"""What validators and apps would say of a feed."""
