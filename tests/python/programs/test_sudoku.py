"""A backtracking solver over lists and sets."""

PUZZLE = "530070000600195000098000060800060003400803001700020006060000280000419005000080079"


def solve(board):
    if 0 not in board:
        return board
    best = None
    for i, v in enumerate(board):
        if v == 0:
            r, c = divmod(i, 9)
            used = set(board[r * 9:r * 9 + 9]) | set(board[c::9])
            used |= {board[(r // 3 * 3 + k // 3) * 9 + c // 3 * 3 + k % 3] for k in range(9)}
            options = [d for d in range(1, 10) if d not in used]
            if best is None or len(options) < len(best[1]):
                best = i, options
    i, options = best
    for d in options:
        board[i] = d
        if solve(board):
            return board
    board[i] = 0
    return None


solution = solve([int(c) for c in PUZZLE])
print("".join(map(str, solution)))
