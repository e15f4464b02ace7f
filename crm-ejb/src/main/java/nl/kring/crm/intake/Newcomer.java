package nl.kring.crm.intake;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import nl.kring.crm.intake.matching.Claim;
import nl.kring.crm.platform.TypedText;
import nl.kring.crm.registry.AgbCode;
import nl.kring.crm.registry.BigNumber;
import nl.kring.crm.registry.PersonField;
import nl.kring.crm.registry.Postcode;
import nl.kring.crm.registry.Profession;
import nl.kring.crm.registry.provenance.KnownRecord;

/**
 * Somebody as far as he or she is typed in, by the codes of {@link PersonField}. What cannot be read yet says nothing.
 *
 * @param values as typed; missing, null or blank for nothing
 */
public record Newcomer(Map<String, String> values) implements Serializable {

    Claim claim(LocalDate today) {
        String phone = PhoneReader.read(text(PersonField.PHONE)).value();
        String mobile = PhoneReader.read(text(PersonField.MOBILE)).value();
        boolean mobileAsPhone = phone != null && PhoneReader.isMobile(phone);
        AddressReader.Address address = AddressReader.read(text(PersonField.ADDRESS));
        String email = text(PersonField.EMAIL).toLowerCase(Locale.ROOT);
        return new Claim(
                KnownRecord.BY_HAND,
                UUID.randomUUID().toString(),
                null,
                NameReader.nullIfEmpty(text(PersonField.BIRTH_NAME)),
                NameReader.nullIfEmpty(text(PersonField.PARTNER_NAME)),
                NameReader.nullIfEmpty(text(PersonField.INITIALS)),
                NameReader.nullIfEmpty(text(PersonField.GIVEN_NAME)),
                Words.gender(text(PersonField.GENDER)).value(),
                new DateReader(today, false)
                        .birthDate(text(PersonField.BIRTH_DATE))
                        .value(),
                profession(),
                BigNumber.of(text(PersonField.BIG)).map(BigNumber::digits).orElse(null),
                AgbCode.of(text(PersonField.AGB)).map(AgbCode::digits).orElse(null),
                null,
                NameReader.nullIfEmpty(text(PersonField.WORKPLACE)),
                null,
                address.street(),
                address.number(),
                Postcode.of(address.postcode()).map(Postcode::toString).orElse(null),
                address.place(),
                mobileAsPhone ? null : phone,
                mobile == null && mobileAsPhone ? phone : mobile,
                email.indexOf('@') > 0 ? email : null);
    }

    private Profession profession() {
        String typed = text(PersonField.PROFESSION);
        for (Profession each : Profession.values()) {
            if (each.name().equals(typed)) {
                return each;
            }
        }
        return Words.profession(typed).value();
    }

    private String text(PersonField field) {
        String typed = values.get(field.code());
        return typed == null || !TypedText.isReadable(typed) ? "" : typed.strip();
    }
}
