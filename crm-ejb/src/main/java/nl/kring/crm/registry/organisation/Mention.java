package nl.kring.crm.registry.organisation;

import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import nl.kring.crm.registry.Folding;

/**
 * How rows name a practice; null where they say nothing. What an organisation keeps to itself never describes a practice, but
 * it may agree with what others say openly.
 *
 * @param practice the practice itself, when people described it by hand or no row names it; null for rows
 * @param street folded, with the house number
 * @param keptPostcode as the other kept values: of the person perhaps, and not of the practice
 * @param domain of the mail address, kept or not
 */
record Mention(
        Long practice,
        PracticeName name,
        String agb,
        String street,
        String postcode,
        String place,
        String phone,
        String keptStreet,
        String keptPostcode,
        String keptPhone,
        String domain,
        boolean domainKept) {

    /** How two addresses compare; null where one is not known. */
    enum Nearness {
        SAME,
        /** Perhaps the same, with one digit of the postcode wrong. */
        CLOSE,
        ELSEWHERE
    }

    static String street(String street, String houseNumber) {
        String folded = Folding.fold(street);
        if (folded.isEmpty() || houseNumber == null) {
            return null;
        }
        return (folded.endsWith("str") ? folded + "aat" : folded) + " " + houseNumber;
    }

    /** In an order that depends on what is said alone. */
    static List<Mention> sorted(Collection<Mention> mentions) {
        TreeMap<String, Mention> sorted = new TreeMap<>();
        mentions.forEach(mention -> sorted.put(mention.written(), mention));
        return List.copyOf(sorted.values());
    }

    private String written() {
        return String.join(
                "\u0001",
                practice == null ? "" : practice.toString(),
                name == null ? "" : name.folded(),
                text(agb),
                text(postcode),
                text(street),
                text(place),
                text(phone),
                text(keptPostcode),
                text(keptStreet),
                text(keptPhone),
                text(domain),
                String.valueOf(domainKept));
    }

    private static String text(String value) {
        return value == null ? "" : value;
    }

    /** What is said for everybody to know. */
    Mention open() {
        return new Mention(practice, name, agb, street, postcode, place, phone, null, null, null, null, false);
    }

    Mention withoutAgb() {
        return new Mention(
                practice,
                name,
                null,
                street,
                postcode,
                place,
                phone,
                keptStreet,
                keptPostcode,
                keptPhone,
                domain,
                domainKept);
    }

    /** A name and where that is, or a name and a code: enough to be a practice. */
    boolean describes() {
        return name != null && (agb != null || postcode != null || practice != null);
    }

    Nearness near(Mention other) {
        if (postcode != null && postcode.equals(other.postcode) || sameStreet(other)) {
            return Nearness.SAME;
        }
        if (postcode == null || other.postcode == null) {
            return null;
        }
        boolean onePlace = place == null || other.place == null || place.equals(other.place);
        return onePlace && oneDigitOff(postcode, other.postcode) ? Nearness.CLOSE : Nearness.ELSEWHERE;
    }

    private boolean sameStreet(Mention other) {
        return street != null
                && other.street != null
                && place != null
                && place.equals(other.place)
                && (street.equals(other.street) || PracticeName.mayBeSlip(street, other.street));
    }

    boolean samePhone(Mention other) {
        return phone != null && phone.equals(other.phone);
    }

    boolean otherPhone(Mention other) {
        return phone != null && other.phone != null && !phone.equals(other.phone);
    }

    /** What is kept, or said openly, agrees with what the other says openly. */
    boolean meets(Mention open) {
        boolean postcodes = open.postcode != null
                && (open.postcode.equals(keptPostcode)
                        || open.postcode.equals(postcode)
                        || keptPostcode != null
                                && oneDigitOff(open.postcode, keptPostcode)
                                && open.street != null
                                && open.street.equals(keptStreet));
        boolean phones = open.phone != null && (open.phone.equals(keptPhone) || open.phone.equals(phone));
        return postcodes || phones;
    }

    /** One digit is another one, or two neighbours are exchanged; letters and length are the same. */
    static boolean oneDigitOff(String one, String other) {
        if (one.length() != other.length()) {
            return false;
        }
        int first = -1;
        int different = 0;
        for (int at = 0; at < one.length(); at++) {
            if (one.charAt(at) != other.charAt(at)) {
                if (!Character.isDigit(one.charAt(at)) || !Character.isDigit(other.charAt(at))) {
                    return false;
                }
                different++;
                first = first < 0 ? at : first;
            }
        }
        return different == 1
                || different == 2
                        && one.charAt(first) == other.charAt(first + 1)
                        && one.charAt(first + 1) == other.charAt(first);
    }
}
