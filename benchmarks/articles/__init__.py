"""Made articles whose faults are known: how they are made, and how each format writes them."""
