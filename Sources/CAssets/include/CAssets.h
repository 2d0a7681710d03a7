/* Nothing to call: this target carries Assets and Keymaps beside the program. */
