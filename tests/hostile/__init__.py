"""What strangers might write to do harm, and plans that have it in every place for a text."""
