// Package versions says what changed from one version of a document to the
// next: which clauses are new, gone or worded otherwise, and in these the
// words.
//
//	content/policies/<id>/policy.md               the version of today
//	content/policies/<id>/versions/2015-11-30.md  one before, named by the day it took effect
//
// Clauses are the same clause when they have the same number; so a clause
// that moved is one gone and one new. Lines outside the clauses are compared
// as a whole.
package versions
