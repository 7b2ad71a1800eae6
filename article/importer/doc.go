// Package importer turns what newsrooms hold into articles.
package importer
