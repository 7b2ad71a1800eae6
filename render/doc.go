// Package render writes articles.
package render
