"""What a reference string leaves no choice about, whatever the tagger says: labels mended one by one."""
