"""What can happen to a file on its way."""

from hypothesis import strategies as st

_LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.=+/\n{}[]":, '


@st.composite
def mutations_of(draw: st.DrawFn, file: bytes) -> bytes:
    """The file after one to four cuts, insertions, changes and doublings anywhere."""
    data = file
    for _ in range(draw(st.integers(1, 4))):
        start = draw(st.integers(0, len(data)))
        end = min(len(data), start + draw(st.integers(0, 40)))
        middle = draw(
            st.one_of(
                st.binary(max_size=40),
                st.text(st.sampled_from(_LETTERS), max_size=40).map(str.encode),
                st.just(data[start:end] * 2),
            )
        )
        data = data[:start] + middle + data[end:]
    return data
