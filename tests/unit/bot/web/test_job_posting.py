"""What search engines get of a vacancy."""

import datetime
import json

from bot.web.job_posting import job_posting
from knowledge.document import Document, DocumentBuilder
from knowledge.model import Application, Citation, Contract, DiplomaCondition, Fact, Moment, Salary, Vacancy

_HERE = (Citation(0, 3, "Wij"),)


def _document(text: str = "Wij zoeken jou.") -> Document:
    builder = DocumentBuilder()
    builder.add("paragraph", text)
    return builder.build(id="balie", name="balie.txt", format="text", sha256="0" * 64)


def test_only_what_the_bundle_says() -> None:
    posting = json.loads(job_posting(Vacancy("balie", "balie", True), _document(), "https://jobs.example/vacancies/balie"))
    assert posting["@type"] == "JobPosting"
    assert posting["description"] == "<p>Wij zoeken jou.</p>"
    assert not {"validThrough", "hiringOrganization", "baseSalary", "datePosted", "educationRequirements"} & set(posting)


def test_facts_in_the_words_of_schema_org() -> None:
    vacancy = Vacancy(
        "balie",
        "balie",
        True,
        title=Fact("baliemedewerker", _HERE),
        employer=Fact("Stad Proef", _HERE),
        application=Application(deadline=Fact(Moment(datetime.date(2026, 12, 1)), _HERE)),
        diploma=Fact(DiplomaCondition(minimum="bachelor"), _HERE),
        salary=Fact(Salary(2400.0, 3000.5, period="month"), _HERE),
        contract=Contract(fraction=Fact(0.5, _HERE)),
    )
    posting = json.loads(job_posting(vacancy, _document(), "https://jobs.example/vacancies/balie"))
    assert posting["validThrough"] == "2026-12-01"
    assert posting["employmentType"] == "PART_TIME"
    assert posting["baseSalary"]["value"] == {"@type": "QuantitativeValue", "minValue": 2400.0, "maxValue": 3000.5, "unitText": "MONTH"}
    assert posting["educationRequirements"]["credentialCategory"] == "bachelor degree"
    assert posting["directApply"] is False


def test_no_bundle_can_end_the_script() -> None:
    text = job_posting(Vacancy("balie", "balie", True), _document("</script><script>alert(1)</script> & <!--"), "u")
    assert "<" not in text
    assert "&lt;/script&gt;" in json.loads(text)["description"]
