package nl.kring.crm.web.agenda;

import java.io.Serializable;
import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import nl.kring.crm.agenda.venue.Diet;
import nl.kring.crm.agenda.venue.VenueTerms;
import nl.kring.crm.platform.InvalidInputException;

/** What is agreed with a venue, as typed: diets are lines like “4 vegetarisch”. */
public class TermsForm implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final Pattern DIET = Pattern.compile("(\\d{1,4})\\s*[x×]?\\s+(.+)");

    private BigDecimal cost;
    private String catering;
    private Integer persons;
    private boolean follows;
    private String dietNotes;
    private String diets;

    TermsForm(VenueTerms terms) {
        cost = terms.costCents() == null ? null : BigDecimal.valueOf(terms.costCents(), 2);
        catering = terms.catering();
        persons = terms.cateringPersons();
        follows = terms.cateringFollows();
        dietNotes = terms.dietNotes();
        diets = terms.diets().stream()
                .map(diet -> diet.persons() + " " + diet.diet())
                .collect(Collectors.joining("\n"));
    }

    VenueTerms terms() {
        return new VenueTerms(cents(), catering, persons, follows, dietNotes, counted());
    }

    private Integer cents() {
        try {
            return cost == null ? null : Integer.valueOf(cost.movePointRight(2).intValueExact());
        } catch (ArithmeticException notInCents) {
            throw new InvalidInputException("venue-cost");
        }
    }

    private List<Diet> counted() {
        return diets == null
                ? List.of()
                : diets.lines()
                        .filter(line -> !line.isBlank())
                        .map(TermsForm::diet)
                        .toList();
    }

    private static Diet diet(String line) {
        Matcher parts = DIET.matcher(line.strip());
        if (!parts.matches()) {
            throw new InvalidInputException("venue-diet-line", line.strip());
        }
        return new Diet(parts.group(2), Integer.parseInt(parts.group(1)));
    }

    public BigDecimal getCost() {
        return cost;
    }

    public void setCost(BigDecimal cost) {
        this.cost = cost;
    }

    public String getCatering() {
        return catering;
    }

    public void setCatering(String catering) {
        this.catering = catering;
    }

    public Integer getPersons() {
        return persons;
    }

    public void setPersons(Integer persons) {
        this.persons = persons;
    }

    public boolean isFollows() {
        return follows;
    }

    public void setFollows(boolean follows) {
        this.follows = follows;
    }

    public String getDietNotes() {
        return dietNotes;
    }

    public void setDietNotes(String dietNotes) {
        this.dietNotes = dietNotes;
    }

    public String getDiets() {
        return diets;
    }

    public void setDiets(String diets) {
        this.diets = diets;
    }
}
