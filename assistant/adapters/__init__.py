"""The only place that imports openai and chromadb: one module for each."""
