"""The names of the classifier's features, in the order of their columns."""

from listen.clean.dom.naming.hints import HINT_NAMES
from listen.clean.result import CLASSES


def _names(text: str) -> tuple[str, ...]:
    return tuple(text.split())


FLAGS = _names(
    """
    in_article in_main in_nav in_aside in_footer in_header in_form in_figure in_caption in_quote
    in_table hidden in_details in_dialog in_address in_body_property
    """
)
_TEXT = _names(
    """
    words chars word_length link_share bold_share italic_share button_share anchors hash_links images
    breaks commas sentences ends_sentence ends_colon digit_share upper_share starts_lower starts_mark
    question common_words bars copyright_sign level numbered item_depth tag kind
    """
)
_PLACE = _names(
    """
    depth in_top top_up top_down body_depth place_count place_words place_link_share place_prose
    parent_count parent_words parent_link_share parent_prose grand_count grand_words grand_link_share
    grand_prose same_sig same_sig_words same_sig_links same_parent_sig_prose
    """
)
_ORDER = _names(
    """
    position words_before since_title since_h1 to_last_prose since_first_prose copies is_title
    in_description in_data_body page_blocks page_prose page_top_share heading_distance heading_words
    heading_links
    copy repeats article_index article_prose articles h1s_before title_in_article names_site is_news
    is_article has_author has_date
    """
)
_WORDS = _names(
    """
    text_mean text_low text_high section_mean section_low names_own names_own_low names_parent
    names_parent_low names_grand names_grand_low names_all_low names_all_high
    """
)
_AROUND = tuple(
    f"{what}_{side}"
    for side in ("before2", "before", "after", "after2")
    for what in ("words", "links", "heading", "same_place")
)
_WINDOWS = _names("prose_window3 prose_window8 links_window3 links_window8")
_VERDICTS = _names(
    """
    p p_before p_before2 p_after p_after2 p_window3 p_window8 p_place p_parent p_grand p_sig p_section
    kept_before kept_after kept_gap p_heading p_best_before p_best_after in_core core_up core_down
    low_run_before core_share branch_p branch_size branch_label labels_between since_label
    outer_label
    """
)

LOCAL: tuple[str, ...] = (
    *_TEXT,
    *FLAGS,
    *(f"hint_{name}" for name in HINT_NAMES),
    *_PLACE,
    *_ORDER,
    *_AROUND,
    *_WINDOWS,
    *_WORDS,
)
"""Of each block by itself and its place in the tree."""

CONTEXT: tuple[str, ...] = (
    *LOCAL,
    *_VERDICTS,
    *(f"phrase_{name}" for name in CLASSES),
    *(f"section_{name}" for name in CLASSES),
    "names_author",
)
"""The same, and what the first verdict says of the blocks around it."""
