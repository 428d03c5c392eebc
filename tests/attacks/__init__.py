"""What others might write to harm a reader: planted in every text field, and looked for in what is published."""
