package nl.kring.crm.registry.lists;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import nl.kring.crm.platform.InvalidInputException;
import nl.kring.crm.registry.PhoneDigits;
import nl.kring.crm.security.CurrentUser;
import nl.kring.crm.security.Role;

/** Finds persons and organisations with one box, however they are typed. */
@Stateless
public class Finder {

    private static final int SHOWN = 10;
    private static final int LONGEST = 200;

    @PersistenceContext
    private EntityManager em;

    @Inject
    private CurrentUser currentUser;

    /**
     * Whoever and whatever is meant by this, at most ten persons and ten organisations, with the reasons: names with or
     * without accents, prefixes and one slip a word, initials, other and former names, practices and places; or a number, of a
     * register or a phone in any form. For staff and the platform's administrator. Numbers that an organisation keeps to
     * itself are found by its own staff alone.
     *
     * @throws InvalidInputException the text is longer than 200 characters
     */
    @RolesAllowed({Role.STAFF_MEMBERS, Role.PLATFORM_ADMINS})
    public Findings find(String typed) {
        if (typed != null && typed.length() > LONGEST) {
            throw new InvalidInputException("text-too-long", LONGEST);
        }
        if (typed == null || typed.isBlank()) {
            return Findings.NONE;
        }
        Long own = currentUser.has(Role.STAFF) ? currentUser.organisationId() : null;
        PersonFinder persons = new PersonFinder(em, own);
        OrganisationFinder organisations = new OrganisationFinder(em);
        if (PhoneDigits.isNumber(typed)) {
            return new Findings(persons.byNumber(typed, SHOWN), organisations.byNumber(typed, SHOWN));
        }
        TypedWords words = TypedWords.of(typed);
        return words.isNothing()
                ? Findings.NONE
                : new Findings(persons.byWords(words, SHOWN), organisations.byWords(words, SHOWN));
    }
}
