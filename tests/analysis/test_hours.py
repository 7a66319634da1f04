"""Burden hours: time times people, and what nobody wrote is an estimate."""

import pytest

from burden_desktop.analysis.hours import (
    DEFAULTS,
    Effort,
    effort_of,
    hours_by_organ,
    hours_of,
    person_minutes,
    read_defaults,
    whole_hours,
    write_defaults,
)
from burden_desktop.domain.months.detail import PersonMinutes

from ..records import meeting, paper, visit


# US Paperwork Reduction Act supporting statements (omb.report 201810-9000-007, 200904-3235-003, 201512-0579-002).
@pytest.mark.parametrize(
    ("times", "people", "minutes", "hours"),
    [(58_000, 1, 15, 14_500), (32_470, 1, 15, 8_118), (3_000, 1, 360, 18_000), (797, 1, 360, 4_782), (1, 1, 4_800, 80)],
)
def test_burden_hours_of_published_statements(times: int, people: int, minutes: int, hours: int) -> None:
    assert whole_hours(person_minutes(minutes, people, times)) == hours


def test_fifteen_answers_of_half_an_hour() -> None:
    assert person_minutes(30, 1, 15) / 60 == 7.5
    assert 401_178 - 335_090 == 66_088


def test_standard_cost_model_multiplies_time_people_and_frequency() -> None:
    # UK SCM manual: 3 hours at 10 a hour, 100,000 businesses twice a year cost 6,000,000.
    assert person_minutes(3 * 60, 100_000, 2) / 60 * 10 == 6_000_000


def test_a_meeting_takes_its_people_and_their_way() -> None:
    known = meeting(1, duration_minutes=90, headcount=4, travel_minutes=60)
    assert effort_of(known, DEFAULTS) == PersonMinutes(known=600)
    assert effort_of(meeting(1, duration_minutes=90), DEFAULTS) == PersonMinutes(estimated=90)
    assert effort_of(meeting(1, headcount=4), DEFAULTS) == PersonMinutes(estimated=480)


def test_a_visit_takes_its_escorts_and_a_paper_its_clerk() -> None:
    assert effort_of(visit(1, minutes=60, escorts=3), DEFAULTS) == PersonMinutes(known=180)
    assert effort_of(visit(1), DEFAULTS) == PersonMinutes(estimated=360)
    assert effort_of(paper(1, minutes=0), DEFAULTS) == PersonMinutes(known=0)
    assert effort_of(paper(1), {}) == PersonMinutes()


def test_sums_leave_late_entries_out_and_follow_the_body() -> None:
    records = [paper(1, minutes=30), paper(2), paper(3, late=True, minutes=99), paper(4, organ="青禾县水利局、青禾县民政局", minutes=70)]
    assert hours_of(records, DEFAULTS) == PersonMinutes(100, 20)
    assert hours_by_organ(records, DEFAULTS) == (("青禾县水利局", PersonMinutes(70)), ("青禾县民政局", PersonMinutes(30, 20)))


def test_defaults_can_be_changed_and_kept() -> None:
    changed = {**DEFAULTS, "document": Effort(45, 2)}
    assert read_defaults(write_defaults(changed)) == changed
    assert read_defaults('{"gone": [1, 1]}') == DEFAULTS


def test_a_written_nought_is_no_unknown() -> None:
    assert effort_of(visit(1, minutes=60, escorts=0), DEFAULTS) == PersonMinutes()
    assert effort_of(meeting(1, duration_minutes=90, headcount=0), DEFAULTS) == PersonMinutes()
