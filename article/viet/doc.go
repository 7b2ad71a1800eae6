// Package viet holds the Vietnamese text functions the library is built on:
// one canonical spelling ([Normalize]), one search key ([Fold]), one slug
// ([Slug]), one way to split text into words ([Tokens]), and the dates,
// numbers and document names of Vietnamese news. It works on strings and knows
// nothing of articles.
//
// Every function accepts any string, invalid UTF-8 included, never panics, and
// is safe for concurrent use.
package viet
