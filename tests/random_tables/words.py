"""The words that random tables are made of but for their rows': two lists of each, one to look at and one held back."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Words:
    """``headings`` by role, the amounts' apart; ``uppers`` stand over two of them; ``remarks`` fill columns of notes.

    ``frame`` titles stand inside the table's frame, ``between`` lines between two tables, ``below`` under the last.
    """

    headings: dict[str, tuple[str, ...]]
    amounts: tuple[str, ...]
    uppers: dict[frozenset[str], tuple[str, ...]]
    groups: tuple[str, ...]
    remarks: dict[str, tuple[str, ...]]
    frame: tuple[str, ...]
    between: tuple[str, ...]
    below: tuple[str, ...]
    notes: tuple[str, ...]
    totals: tuple[str, ...]
    fonts: tuple[str, ...]


_ROLES, _MARKS = frozenset(("lead", "coordinating")), frozenset(("marker",))

FIT = Words(
    headings={
        "number": ("STT", "TT", "Số TT"),
        "title": ("Nhiệm vụ", "Nội dung công việc", "Tên nhiệm vụ", "Nhiệm vụ, giải pháp", "Nội dung", "Công việc"),
        "result": ("Sản phẩm", "Kết quả", "Kết quả/Sản phẩm", "Sản phẩm đầu ra", "Kết quả dự kiến"),
        "deadline": ("Thời gian hoàn thành", "Thời hạn", "Thời gian thực hiện", "Tiến độ", "Thời hạn hoàn thành"),
        "lead": ("Cơ quan chủ trì", "Đơn vị chủ trì", "Chủ trì", "Đơn vị thực hiện", "Cơ quan, đơn vị chủ trì"),
        "coordinating": ("Cơ quan phối hợp", "Đơn vị phối hợp", "Phối hợp", "Cơ quan, đơn vị phối hợp"),
        "marker": ("Nhiệm vụ trọng tâm", "Mới", "Thường xuyên"),
        "extra": ("Ghi chú", "Căn cứ", "Địa bàn"),
    },
    amounts=("Kinh phí (triệu đồng)", "Kinh phí", "Dự toán (triệu đồng)"),
    uppers={_ROLES: ("Phân công", "Phân công thực hiện", "Cơ quan thực hiện"), _MARKS: ("Loại nhiệm vụ", "Phân loại")},
    groups=(
        "Hoàn thiện thể chế, chính sách",
        "Phát triển hạ tầng",
        "Dữ liệu và nền tảng số",
        "Nâng cao nhận thức, kỹ năng",
        "Bảo vệ môi trường",
        "Thu hút đầu tư",
        "Đào tạo nguồn nhân lực",
        "Tổ chức thực hiện, kiểm tra, giám sát",
        "NHÓM NHIỆM VỤ VỀ XÂY DỰNG CƠ CHẾ, CHÍNH SÁCH VÀ RÀ SOÁT CÁC QUY HOẠCH, KẾ HOẠCH CÓ LIÊN QUAN",
        "NHIỆM VỤ CHUNG",
    ),
    remarks={
        "Ghi chú": ("", "", "Chuyển tiếp từ năm 2025", "Thực hiện theo giai đoạn"),
        "Căn cứ": ("", "Nghị quyết số 57-NQ/TW", "Quyết định số 1131/QĐ-TTg"),
        "Địa bàn": ("Toàn tỉnh", "Các xã vùng cao", ""),
    },
    frame=("BẢNG PHÂN CÔNG NHIỆM VỤ", "PHỤ LỤC: DANH MỤC CÁC NHIỆM VỤ TRỌNG TÂM"),
    between=("Các nhiệm vụ thường xuyên được phân công như sau:", "Ngoài ra, giao thực hiện các công việc sau đây:"),
    below=("Ghi chú: Kinh phí được bố trí trong dự toán hằng năm của các đơn vị.",),
    notes=("Thực hiện theo hướng dẫn của cơ quan cấp trên.", "Bao gồm cả nội dung chuyển tiếp từ giai đoạn trước."),
    totals=("Tổng cộng", "TỔNG CỘNG"),
    fonts=("Tinos", "Tinos", "Tinos", "Arimo", "DejaVu Serif Condensed"),
)

HELD_BACK = Words(
    headings={
        "number": ("STT", "TT", "Số thứ tự"),
        "title": ("Nội dung nhiệm vụ", "Hoạt động", "Nhiệm vụ cụ thể", "Nội dung thực hiện", "Tên công việc"),
        "result": ("Kết quả đầu ra", "Sản phẩm, kết quả", "Sản phẩm dự kiến", "Kết quả cần đạt"),
        "deadline": ("Tiến độ thực hiện", "Thời gian", "Thời hạn thực hiện", "Tiến độ hoàn thành", "Hoàn thành"),
        "lead": ("Cơ quan thực hiện", "Đầu mối", "Đơn vị đầu mối", "Trách nhiệm chủ trì", "Cơ quan đầu mối"),
        "coordinating": ("Phối hợp thực hiện", "Đơn vị tham gia", "Cơ quan liên quan", "Đơn vị liên quan"),
        "marker": ("Trọng tâm", "Chuyển tiếp", "Ưu tiên"),
        "extra": ("Nguồn lực", "Cơ sở pháp lý", "Địa điểm"),
    },
    amounts=("Kinh phí thực hiện", "Dự kiến kinh phí (triệu đồng)", "Nguồn vốn (triệu đồng)"),
    uppers={_ROLES: ("Trách nhiệm thực hiện", "Phân công nhiệm vụ"), _MARKS: ("Tính chất", "Loại việc")},
    groups=(
        "Công tác chỉ đạo, điều hành",
        "Quy hoạch, đất đai",
        "Y tế, giáo dục và an sinh xã hội",
        "Nông nghiệp, nông thôn mới",
        "Truyền thông, hợp tác quốc tế",
        "Quốc phòng, an ninh",
        "Văn hóa, thể thao và du lịch",
        "Kiểm tra, sơ kết, tổng kết",
        "CÁC NHIỆM VỤ, GIẢI PHÁP ĐỘT PHÁ NHẰM THÁO GỠ ĐIỂM NGHẼN, KHƠI THÔNG NGUỒN LỰC PHÁT TRIỂN",
        "NHÓM GIẢI PHÁP KHÁC",
    ),
    remarks={
        "Nguồn lực": ("Ngân sách tỉnh", "", "Xã hội hóa"),
        "Cơ sở pháp lý": ("", "Chỉ thị số 05/CT-TTg", "Kết luận số 91-KL/TW"),
        "Địa điểm": ("", "Trung tâm hành chính", "Các khu công nghiệp"),
    },
    frame=("KẾ HOẠCH PHÂN CÔNG THỰC HIỆN", "BIỂU TỔNG HỢP NHIỆM VỤ, GIẢI PHÁP CHỦ YẾU"),
    between=("Bên cạnh đó, phân công thực hiện thêm những việc dưới đây:", "Đối với các việc khác, giao như sau:"),
    below=("Ghi chú: Các đơn vị báo cáo kết quả trước khi kết thúc năm kế hoạch.",),
    notes=(
        "Áp dụng đối với các địa phương chưa hoàn thành.",
        "Theo chỉ đạo của cấp có thẩm quyền.",
    ),
    totals=("Tổng", "TỔNG SỐ"),
    fonts=("Tinos", "Tinos", "Tinos", "Arimo", "DejaVu Sans Condensed"),
)


def words_of(held_back: bool) -> Words:
    return HELD_BACK if held_back else FIT
