// Package article defines what a news article is.
package article
