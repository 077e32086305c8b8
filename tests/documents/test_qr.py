from nickaudit.documents import qr


def test_a_code_is_a_square_with_its_three_corners() -> None:
    matrix = qr.matrix("7F3A-91C2-04DE")
    assert {len(row) for row in matrix} == {len(matrix)}
    corner = [True] * 7
    assert list(matrix[0][:7]) == list(matrix[0][-7:]) == list(matrix[-1][:7]) == corner
    assert list(matrix[-1][-7:]) != corner


def test_another_text_is_another_code() -> None:
    assert qr.matrix("https://one.example") != qr.matrix("https://two.example")


def test_a_certificate_needs_a_code_that_is_easy_to_print() -> None:
    assert len(qr.matrix("7F3A-91C2-04DE " + "x" * 43)) <= 37
