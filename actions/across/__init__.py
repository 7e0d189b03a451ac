"""Questions across vacancies: what is asked, and what each vacancy's bundle tells of it."""
