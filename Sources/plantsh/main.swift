print("plantsh")
