"""The page 设置 and its sections, a module each."""
