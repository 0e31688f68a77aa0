# Sourced by the scripts after java.sh: where the hub's classes are.

# The extracted jar, built and extracted when needed.
app_jar() {
    local built=target/lienthong-hub.jar app=target/app
    if [ -f lienthong-hub.jar ]; then # the layout of a release: the jar beside lib/
        echo lienthong-hub.jar
        return
    fi
    if [ ! -f "$built" ] || [ -n "$(find pom.xml src/main -newer "$built" -print -quit)" ]; then
        echo "building $built" >&2
        mvn -q -B -ntp -DskipTests package >&2
    fi
    if [ ! -f "$app/lienthong-hub.jar" ] || [ "$built" -nt "$app" ]; then
        rm -rf "$app" "$app.new"
        "$JAVA" -Djarmode=tools -jar "$built" extract --destination "$app.new" >&2
        mv "$app.new" "$app"
        touch "$app"
        train "$app"
    fi
    echo "$app/lienthong-hub.jar"
}

# The hub's Java options, with the cache of loaded and profiled code where one was trained.
hub_options() {
    local cache
    cache=$(dirname "$(app_jar)")/hub.aot
    echo "@scripts/lib/hub.options"
    [ ! -f "$cache" ] || echo "-XX:AOTCache=$cache"
}

# Runs a hub of its own under load once, so that later ones start and reach their speed in half the time.
train() {
    echo "preparing a start-up cache, once per build (about a minute)" >&2
    LIENTHONG_TRIAL_JVM="@scripts/lib/hub.options -XX:AOTCacheOutput=$1/hub.aot" \
        "$JAVA" @scripts/lib/hub.options -cp "$1/lienthong-hub.jar" vn.lienthong.LienThong \
        bench --only end-to-end --seconds 25 >/dev/null 2>&1 ||
        echo "no start-up cache: the hub starts without one" >&2
}

# The classes that mvn spring-boot:run compiled, else the extracted jar.
app_classpath() {
    if [ -f target/classes/hub.yaml ] && [ ! -f target/lienthong-hub.jar ]; then
        [ target/app.classpath -nt pom.xml ] ||
            mvn -q -B -ntp dependency:build-classpath -Dmdep.outputFile=target/app.classpath >&2
        echo "target/classes:$(cat target/app.classpath)"
    else
        app_jar
    fi
}
