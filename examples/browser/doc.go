// Package browser checks built pages in a real Chromium: with axe-core in light,
// dark, narrow, more-contrast, high-contrast and sepia presentations, and by
// using them with mouse and keyboard, without script, with blocked storage, on a
// slow line, on paper and zoomed. Their markup goes through html-validate.
//
//	cd examples/browser && go test ./...
//
// It needs Chromium, node and npm, and fetches three packages with npm the first
// time. Where one of them is absent the test is skipped and says so; with
// TOASOAN_CI=1 in the environment that is a failure. CHROME names the browser if
// it is not called chromium, chromium-browser or google-chrome.
package browser
