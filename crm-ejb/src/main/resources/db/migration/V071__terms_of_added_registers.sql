-- A register that was added is asked as the others are; to begin with, what most of their bodies ask.
insert into crm.accreditation_terms (scheme_code, lead_days, attendance_days, validity_months)
select s.code, 28, 28, 12 from crm.scheme s where s.unit <> 'NONE'
on conflict (scheme_code) do nothing;
