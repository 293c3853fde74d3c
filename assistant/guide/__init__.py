"""The guide's principles, brought back by meaning for what somebody has to write."""

from assistant.guide.embedder import Embedder
from assistant.guide.index import Index, MemoryIndex, Passage, passages
from assistant.guide.retriever import GuideRetriever, LazyRetriever, Retriever

__all__ = ["Embedder", "GuideRetriever", "Index", "LazyRetriever", "MemoryIndex", "Passage", "Retriever", "passages"]
