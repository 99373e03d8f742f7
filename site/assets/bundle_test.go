package assets

// bundle is bundles for one.
func bundle(entry string) ([]byte, error) {
	all, err := bundles([]string{entry})
	return all[entry], err
}
