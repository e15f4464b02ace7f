package nl.kring.crm.api.registry;

import jakarta.ws.rs.QueryParam;

/** What a list of persons can be asked for; everything is optional, and what is given must all hold. */
public class PersonParameters {

    @QueryParam("q")
    private String q;

    @QueryParam("organisation")
    private String organisation;

    @QueryParam("profession")
    private String profession;

    @QueryParam("municipality")
    private String municipality;

    @QueryParam("role")
    private String role;

    @QueryParam("worksAt")
    private String worksAt;

    @QueryParam("member")
    private String member;

    @QueryParam("register")
    private String register;

    @QueryParam("missing")
    private String missing;

    @QueryParam("own")
    private String own;

    @QueryParam("ownValue")
    private String ownValue;

    @QueryParam("asOf")
    private String asOf;

    @QueryParam("sort")
    private String sort;

    @QueryParam("size")
    private String size;

    @QueryParam("after")
    private String after;

    /** The value of the parameter of that name; null when it was not given. */
    String get(String name) {
        return switch (name) {
            case "q" -> q;
            case "organisation" -> organisation;
            case "profession" -> profession;
            case "municipality" -> municipality;
            case "role" -> role;
            case "worksAt" -> worksAt;
            case "member" -> member;
            case "register" -> register;
            case "missing" -> missing;
            case "own" -> own;
            case "ownValue" -> ownValue;
            case "asOf" -> asOf;
            case "sort" -> sort;
            case "size" -> size;
            case "after" -> after;
            default -> null;
        };
    }
}
