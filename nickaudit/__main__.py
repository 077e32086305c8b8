"""`python -m nickaudit`: the console command."""

from nickaudit.cli import main

if __name__ == "__main__":
    main()
