# Sourced by the scripts: find_java sets JAVA to a Java 25 runtime or says what is missing.

is_java_25() {
    [ -x "$1" ] && "$1" -version 2>&1 | head -1 | grep -q '"25[."]'
}

find_java() {
    local candidate
    for candidate in "${JAVA_HOME:-/nonexistent}/bin/java" "$(command -v java || true)" \
        /usr/lib/jvm/*25*/bin/java /opt/*/*25*/bin/java /opt/*25*/bin/java "$HOME"/.jdks/*25*/bin/java \
        "$HOME"/.sdkman/candidates/java/25*/bin/java \
        /Library/Java/JavaVirtualMachines/*25*/Contents/Home/bin/java; do
        if is_java_25 "$candidate"; then
            JAVA=$candidate
            return 0
        fi
    done
    echo "Java 25 was not found (JAVA_HOME is ${JAVA_HOME:-not set}): install a JDK 25 or set JAVA_HOME to one" >&2
    return 1
}
