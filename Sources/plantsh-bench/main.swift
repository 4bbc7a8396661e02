print("plantsh-bench")
