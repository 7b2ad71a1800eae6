package viet

import "iter"

func scanWhens(string) iter.Seq[When] { return func(func(When) bool) {} }

func scanDocuments(string) iter.Seq[Document] { return func(func(Document) bool) {} }
