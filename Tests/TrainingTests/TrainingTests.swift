import Testing

// Replaced as the module is built.
