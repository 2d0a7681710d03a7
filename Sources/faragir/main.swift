print("faragir")
