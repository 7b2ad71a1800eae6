// Package related finds the articles related to an article.
package related
