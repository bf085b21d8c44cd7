"""Units of measure, in lower case, as they are met right after a number."""

from typing import Final

UNITS: Final = """
    m mm cm km um nm inch inches ft mi mile miles metre metres meter meters kilometre kilometres
    kilometers m2 m3 m² m³ km2 km² cm2 cm² cm³ mm² mm2 nm² nm³ nm3 ha hectare hectares l ml ul µl
    litre litres liter liters gallon gallons hz khz mhz ghz thz rpm rps qps tps fps iops ops g mg
    ug ng pg kg t tonne tonnes ton tons kt lb lbs mol mmol umol nmol da kda w mw kw gw tw wh kwh
    mwh gwh twh va kva mva j kj mj gj v mv kv a ma ka ah mah ohm ohms f pf nf uf n kn mn pa kpa
    mpa gpa bar mbar atm psi torr tesla gauss k c °c °f °k ° degree degrees celsius kelvin deg bit
    bits byte bytes b kb mb gb tb pb kib mib gib tib pib kbit mbit gbit tbit kbps mbps gbps tbps
    bps gbit/s gt gt/s tok toks token tokens ktok mtok flop flops gflops tflops pflops tops cycle
    cycles clock clocks clk ppm ppb ppt pp pt pts point points percentage-points nats db dbm ev
    kev mev gev lm lx cd sv msv bq gbq ci cfu iu vg pixel pixels px dpi em loc lines pages
    """

CLOCK: Final = """
    s sec secs second seconds ms us ns ps fs min mins minute minutes h hr hrs hour hours day days
    msec usec millisecond milliseconds microsecond microseconds nanosecond nanoseconds
    """
PERCENT: Final = "% percent percents per-cent pct percentage ‰"
WEEKS: Final = "week weeks wk wks month months mo"
YEARS: Final = "year years yr yrs decade decades century centuries"
CURRENCIES: Final = """
    $ € £ ¥ ₹ usd eur gbp jpy chf cny inr dollar dollars euro euros cent cents pound pounds yen
    francs k$ m$ millions billions
    """
MULTIPLIERS: Final = "k m b t g bn mn mln mrd tn"
