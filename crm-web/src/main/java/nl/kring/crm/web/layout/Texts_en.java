package nl.kring.crm.web.layout;

/** The texts in English. */
public class Texts_en extends Texts {

    public Texts_en() {
        super("en");
    }
}
