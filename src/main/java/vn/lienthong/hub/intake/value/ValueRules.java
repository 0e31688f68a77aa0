package vn.lienthong.hub.intake.value;

import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** The value rules by the name a mapping gives after {@code as:}. */
public final class ValueRules {

    private static final Map<String, Function<RuleOptions, ValueRule>> BY_NAME = Map.ofEntries(
            Map.entry("text", options -> TextRules.text(options.max())),
            Map.entry("link", options -> TextRules.link()),
            Map.entry("vietnamese-date", options -> DateRules.moment(options, VietnameseDate::read)),
            Map.entry("epoch-or-date", options -> DateRules.moment(options, VietnameseDate::readOrEpoch)),
            Map.entry("vietnamese-day", options -> DateRules.day()),
            Map.entry("year", options -> DateRules.year()),
            Map.entry("month", options -> DateRules.month()),
            Map.entry("dossier-code", options -> CodeRules.dossier()),
            Map.entry("dossier-unit", options -> CodeRules.dossierUnit()),
            Map.entry("procedure-code", options -> CodeRules.procedure()),
            Map.entry("service-code", options -> CodeRules.service()),
            Map.entry("result-code", options -> CodeRules.result()),
            Map.entry("component-code", options -> CodeRules.component()),
            Map.entry("domain-code", options -> CodeRules.domain()),
            Map.entry("agency-code", options -> CodeRules.agency()),
            Map.entry("code-list", options -> CodeRules.list(options.list())),
            Map.entry("personal-id", options -> IdentityRules.personalId(options.restoreZeros())),
            Map.entry("old-id", options -> IdentityRules.oldId(options.restoreZeros())),
            Map.entry("tax-code", options -> IdentityRules.taxCode(options.restoreZeros())),
            Map.entry("phone", options -> IdentityRules.phone()),
            Map.entry("money", options -> NumberRules.money()),
            Map.entry("integer", options -> NumberRules.integer()),
            Map.entry("boolean", options -> NumberRules.bool()));

    private ValueRules() {}

    public static ValueRule named(String name, RuleOptions options) {
        var rule = BY_NAME.get(name);
        if (rule == null) {
            throw new IllegalArgumentException("no value rule is called " + name + "; there are " + names());
        }
        return rule.apply(options);
    }

    public static Set<String> names() {
        return BY_NAME.keySet();
    }
}
